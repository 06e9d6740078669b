/** What a person is: eight traits, the words for them, and questions about them. */
@NullMarked
package dev.voxpop.simulator.trait;

import org.jspecify.annotations.NullMarked;
