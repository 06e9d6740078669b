/** A respondent's traits as text, the same bytes for baselines, priming and appending. */
@NullMarked
package dev.voxpop.instrument.text;

import org.jspecify.annotations.NullMarked;
