package dev.voxpop.backstory.slot;

/** One slot and the prompt of its story, without the preamble. */
public record SlotOrder(int slot, String prompt) {}
