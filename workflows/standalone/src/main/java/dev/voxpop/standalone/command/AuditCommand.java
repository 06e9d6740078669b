package dev.voxpop.standalone.command;

import picocli.CommandLine.Command;

/** Ways of asking on files: a design before, a report after. */
@Command(
    name = "audit",
    description = "Vary ways of asking by a balanced design, and see how much they decide.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {AuditDesignCommand.class, AuditReportCommand.class})
final class AuditCommand {}
