package dev.voxpop.interviewing;

import dev.voxpop.contracts.run.Allowance;
import dev.voxpop.languagemodel.ModelEndpoint;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What a batch works with.
 *
 * @param experiment whose turn it is at the models
 * @param endpoints the model of an alias
 * @param health what is known of an alias
 * @param allowance what this turn may spend, earlier tries of the turn included
 * @param limit after this time no more calls are made
 * @param defects hears what should not have happened
 */
public record BatchSetting(
    String experiment,
    Function<String, ModelEndpoint> endpoints,
    Function<String, AliasHealth> health,
    Steering steering,
    Pulse pulse,
    Allowance allowance,
    Duration limit,
    Consumer<RuntimeException> defects) {
  void report(RuntimeException defect) {
    defects.accept(defect);
  }
}
