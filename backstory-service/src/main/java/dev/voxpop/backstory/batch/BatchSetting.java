package dev.voxpop.backstory.batch;

import dev.voxpop.backstory.slot.SlotRules;
import dev.voxpop.contracts.run.Allowance;
import dev.voxpop.languagemodel.ModelEndpoint;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What a batch works with.
 *
 * @param experiment whose turn it is at the models
 * @param endpoints the model of an alias
 * @param health what is known of an alias
 * @param taken knows the folded texts of stories with lower numbers
 * @param allowance what this turn may spend, earlier tries of the turn included
 * @param limit after this time no more calls are made
 */
public record BatchSetting(
    String experiment,
    SlotRules rules,
    Function<String, ModelEndpoint> endpoints,
    Function<String, AliasHealth> health,
    Journal journal,
    Steering steering,
    Pulse pulse,
    Predicate<String> taken,
    Allowance allowance,
    Duration limit,
    Seam seam) {}
