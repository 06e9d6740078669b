package dev.voxpop.analysis.config;

import dev.voxpop.outbox.OutboxRelays;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Starts the relay of this stage's outbox. */
@ApplicationScoped
public class OutboxStart {

  void start(
      @Observes StartupEvent event,
      OutboxRelays relays,
      @DataSource("analysis") AgroalDataSource source) {
    var _ = relays.start("analysis", source);
  }
}
