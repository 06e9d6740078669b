/** Tests of the survey stage on real servers. */
@NullMarked
package dev.voxpop.survey;

import org.jspecify.annotations.NullMarked;
