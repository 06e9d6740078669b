/** The workflows: the study's protocol, step by step, and nothing that could differ in a replay. */
@NullMarked
package dev.voxpop.worker.workflow;

import org.jspecify.annotations.NullMarked;
