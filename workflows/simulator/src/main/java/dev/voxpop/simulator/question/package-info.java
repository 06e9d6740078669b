/** What is asked: topics, scales, and how an attitude becomes an answer. */
@NullMarked
package dev.voxpop.simulator.question;

import org.jspecify.annotations.NullMarked;
