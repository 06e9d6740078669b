/** The matching stage's HTTP resources and its client of the survey stage. */
@NullMarked
package dev.voxpop.matching.rest;

import org.jspecify.annotations.NullMarked;
