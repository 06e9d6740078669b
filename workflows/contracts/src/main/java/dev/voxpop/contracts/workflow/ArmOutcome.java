package dev.voxpop.contracts.workflow;

import dev.voxpop.contracts.run.Allowance;
import dev.voxpop.contracts.survey.ArmReceipt;

/** What an {@link InterviewArm} ended with. */
public record ArmOutcome(ArmReceipt arm, Allowance settled) {}
