/** Survey waves as data: questions, scales, demographics, groupings and margins. */
@NullMarked
package dev.voxpop.instrument.wave;

import org.jspecify.annotations.NullMarked;
