/** The report and its data files, written as text from finished numbers. */
@NullMarked
package dev.voxpop.analysis.report;

import org.jspecify.annotations.NullMarked;
