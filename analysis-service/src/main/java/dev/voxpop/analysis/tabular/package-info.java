/** Analysis of answers in plain files, without any server. */
@NullMarked
package dev.voxpop.analysis.tabular;

import org.jspecify.annotations.NullMarked;
