/** Tests of the package of the same name. */
@NullMarked
package dev.voxpop.survey.interview;

import org.jspecify.annotations.NullMarked;
