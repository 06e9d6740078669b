/** The stage's pages of rows, and the pages of other stages that it reads. */
@NullMarked
package dev.voxpop.survey.rest;

import org.jspecify.annotations.NullMarked;
