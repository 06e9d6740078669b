/** Tests of the package of the same name. */
@NullMarked
package dev.voxpop.survey.demographics;

import org.jspecify.annotations.NullMarked;
