/** One try of a batch of slots: threads, seats, money, journal and the reasons to end. */
@NullMarked
package dev.voxpop.backstory.batch;

import org.jspecify.annotations.NullMarked;
