/** What the resources of every stage have in common: refusals and cursors of pages. */
@NullMarked
package dev.voxpop.hosting.rest;

import org.jspecify.annotations.NullMarked;
