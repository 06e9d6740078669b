/** Tests of the package of the same name. */
@NullMarked
package dev.voxpop.survey.batch;

import org.jspecify.annotations.NullMarked;
