/** One question asked in several ways: drawn answers, token probabilities, stated shares. */
@NullMarked
package dev.voxpop.analysis.elicitation;

import org.jspecify.annotations.NullMarked;
