package dev.voxpop.worker.store;

import dev.voxpop.contracts.experiments.ConcurrencyChange;
import dev.voxpop.contracts.experiments.StateChange;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads and writes experiments and their logs. */
@ApplicationScoped
public class Experiments {

  private static final List<String> ENDED = List.of("completed", "partial", "failed", "cancelled");

  private final InstantSource clock;

  /** Uses a clock for the columns that people read; no rule depends on it. */
  @Inject
  public Experiments(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * The experiment, locked until the transaction ends; one that is not there yet is locked as well,
   * so of many who would insert it only one finds it missing.
   */
  public Optional<ExperimentRow> locked(String id) {
    entities()
        .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(?1, 0))")
        .setParameter(1, id)
        .getResultList();
    return ExperimentRow.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
  }

  /** The experiment as it is. */
  @Transactional
  public Optional<ExperimentRow> find(String id) {
    return ExperimentRow.findByIdOptional(id);
  }

  /** All experiments, newest first. */
  @Transactional
  public List<ExperimentRow> list(int limit) {
    return ExperimentRow.<ExperimentRow>findAll(Sort.descending("createdAt").and("id"))
        .page(0, limit)
        .list();
  }

  /** Experiments that a run should be working on. */
  @Transactional
  public List<ExperimentRow> unfinished() {
    return ExperimentRow.list("state not in ?1 order by createdAt, id", ENDED);
  }

  /** An experiment's log, oldest first, after a version. */
  @Transactional
  public List<LogRow> log(String id, long after) {
    return LogRow.list("experiment = ?1 and version > ?2 order by version", id, after);
  }

  /** Hashes of the arms of an experiment, by arm. */
  public Map<String, String> arms(String id) {
    Map<String, String> arms = new LinkedHashMap<>();
    for (Object row :
        entities()
            .createNativeQuery(
                "select arm, hash from experiment_arm where experiment = ?1 order by position")
            .setParameter(1, id)
            .getResultList()) {
      Object[] columns = (Object[]) row;
      arms.put((String) columns[0], (String) columns[1]);
    }
    return arms;
  }

  /** Writes the arms of an experiment; an arm that was left out is still known. */
  public void arms(String id, Map<String, String> hashes) {
    int position = 0;
    for (Map.Entry<String, String> arm : hashes.entrySet()) {
      entities()
          .createNativeQuery(
              "insert into experiment_arm values (?1, ?2, ?3, ?4) on conflict (experiment, arm)"
                  + " do update set hash = excluded.hash, position = excluded.position")
          .setParameter(1, id)
          .setParameter(2, arm.getKey())
          .setParameter(3, arm.getValue())
          .setParameter(4, position++)
          .executeUpdate();
    }
  }

  /** What operators ordered for the model aliases of an experiment. */
  public Map<String, Integer> concurrency(String id) {
    Map<String, Integer> ordered = new TreeMap<>();
    for (Object row :
        entities()
            .createNativeQuery("select alias, n from experiment_concurrency where experiment = ?1")
            .setParameter(1, id)
            .getResultList()) {
      Object[] columns = (Object[]) row;
      ordered.put((String) columns[0], ((Number) columns[1]).intValue());
    }
    return ordered;
  }

  /** Remembers what an operator ordered. */
  @Transactional
  public void concurrency(ConcurrencyChange change) {
    entities()
        .createNativeQuery(
            "insert into experiment_concurrency values (?1, ?2, ?3)"
                + " on conflict (experiment, alias) do update set n = excluded.n")
        .setParameter(1, change.experiment())
        .setParameter(2, change.alias())
        .setParameter(3, change.n())
        .executeUpdate();
  }

  /** Records a change of state; a change that is older than the stored one changes nothing. */
  @Transactional
  public void record(StateChange change, @Nullable String result) {
    ExperimentRow row = locked(change.experiment()).orElse(null);
    if (row == null || !row.runId.equals(change.runId()) || row.version >= change.version()) {
      return;
    }
    row.version = change.version();
    row.state = change.state().wireName();
    row.phase = change.phase().wireName();
    row.reason = change.reason() == null ? null : change.reason().wireName();
    row.detail = change.detail();
    row.result = result == null ? row.result : result;
    row.updatedAt = clock.instant();
    log(row);
  }

  /** Writes the experiment's present state into its log. */
  public void log(ExperimentRow row) {
    LogRow line = new LogRow();
    line.experiment = row.id;
    line.version = row.version;
    line.at = clock.instant();
    line.state = row.state;
    line.phase = row.phase;
    line.reason = row.reason;
    line.detail = row.detail;
    line.persist();
  }

  private static EntityManager entities() {
    return Panache.getEntityManager(ExperimentRow.class);
  }
}
