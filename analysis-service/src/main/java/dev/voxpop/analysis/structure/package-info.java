/** Weighted correlation matrices between questions and distances between such matrices. */
@NullMarked
package dev.voxpop.analysis.structure;

import org.jspecify.annotations.NullMarked;
