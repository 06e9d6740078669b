/** The workflows as operators and programs see them. */
@NullMarked
package dev.voxpop.contracts.workflow;

import org.jspecify.annotations.NullMarked;
