/** Tests of the outbox and its relay. */
@NullMarked
package dev.voxpop.outbox;

import org.jspecify.annotations.NullMarked;
