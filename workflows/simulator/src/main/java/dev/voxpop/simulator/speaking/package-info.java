/** How a model replies: stories, answers, verdicts and rambling. */
@NullMarked
package dev.voxpop.simulator.speaking;

import org.jspecify.annotations.NullMarked;
