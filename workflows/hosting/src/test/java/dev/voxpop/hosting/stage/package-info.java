/** What the tests of every stage need: its activities under Temporal, and other stages. */
@NullMarked
package dev.voxpop.hosting.stage;

import org.jspecify.annotations.NullMarked;
