/** Tests of the package of the same name. */
@NullMarked
package dev.voxpop.survey.prompt;

import org.jspecify.annotations.NullMarked;
