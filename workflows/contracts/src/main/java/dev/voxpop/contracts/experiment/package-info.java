/** The experiment document and the specifications that are resolved from it. */
@NullMarked
package dev.voxpop.contracts.experiment;

import org.jspecify.annotations.NullMarked;
