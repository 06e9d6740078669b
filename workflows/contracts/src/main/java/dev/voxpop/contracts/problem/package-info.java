/** What is wrong with a document or with data, in a form that a person can act on. */
@NullMarked
package dev.voxpop.contracts.problem;

import org.jspecify.annotations.NullMarked;
