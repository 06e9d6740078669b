package dev.voxpop.survey.store;

import dev.voxpop.interviewing.store.Transactions;
import dev.voxpop.survey.roster.Member;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Who is enrolled for what. */
public final class RosterStore {
  private static final int PAGE = 500;
  private static final String STORED =
      "SELECT coalesce(sum(answered), 0), coalesce(sum(failed), 0) FROM survey.lease"
          + " WHERE roster = ?";
  private static final String LENGTH =
      "SELECT coalesce(avg(length(p.body) + coalesce(length(a.body), 0)), 0) FROM survey.member m"
          + " JOIN survey.passage p ON p.hash = m.passage"
          + " LEFT JOIN survey.passage a ON a.hash = m.appended WHERE m.roster = ?";

  private final Transactions transactions;

  private RosterStore(DataSource source) {
    this.transactions = Transactions.on("survey", source);
  }

  /** The rosters of a database. */
  public static RosterStore of(DataSource source) {
    return new RosterStore(source);
  }

  /**
   * Enrols members under a specification. Members that are there stay as they are; a specification
   * that changed under the same name replaces the old one as long as nothing was answered under it.
   *
   * @throws SpecificationChanged when something was
   */
  public RosterRow enrol(RosterRow wanted, Stream<Member> members) {
    RosterRow stored = transactions.call(connection -> put(connection, wanted));
    if (stored.size() > 0 && stored.spec().equals(wanted.spec())) {
      return stored;
    }
    int size = addAll(stored.key(), members.iterator());
    transactions.run(connection -> RosterTable.resize(connection, stored.key(), size));
    return find(wanted).orElseThrow();
  }

  /** The arm of an experiment. */
  public Optional<RosterRow> arm(String experiment, String arm) {
    return transactions.call(connection -> RosterTable.findArm(connection, experiment, arm));
  }

  /** All arms of an experiment in the order of their enrolment. */
  public List<RosterRow> arms(String experiment) {
    return transactions.call(
        connection ->
            RosterTable.ofExperiment(connection, experiment).stream()
                .filter(roster -> roster.kind() == RosterRow.Kind.ARM)
                .toList());
  }

  /** The stories of a pool as they are asked for their traits. */
  public Optional<RosterRow> traits(String pool, String traitKey) {
    return transactions.call(connection -> RosterTable.findTraits(connection, pool, traitKey));
  }

  /** What is stored of a roster, unfinished series included. */
  public Stored stored(RosterRow roster) {
    return transactions.call(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(STORED)) {
            statement.setInt(1, roster.key());
            try (ResultSet row = statement.executeQuery()) {
              row.next();
              return new Stored(row.getLong(1), row.getLong(2));
            }
          }
        });
  }

  /** Mean length of the members' passages in characters. */
  public long meanPassage(RosterRow roster) {
    return transactions.call(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(LENGTH)) {
            statement.setInt(1, roster.key());
            try (ResultSet row = statement.executeQuery()) {
              row.next();
              return Math.round(row.getDouble(1));
            }
          }
        });
  }

  private Optional<RosterRow> find(RosterRow wanted) {
    return wanted.kind() == RosterRow.Kind.ARM
        ? arm(wanted.experiment(), wanted.name())
        : traits(wanted.name(), wanted.hash());
  }

  private static RosterRow put(Connection connection, RosterRow wanted) throws SQLException {
    RosterRow stored = RosterTable.put(connection, wanted);
    if (stored.hash().equals(wanted.hash())) {
      RosterTable.respecify(connection, stored.key(), wanted.spec());
      return stored;
    }
    if (RosterTable.hasAnswers(connection, stored.key())) {
      throw new SpecificationChanged(wanted.name(), stored.hash(), wanted.hash());
    }
    RosterTable.replace(connection, stored.key(), wanted);
    return RosterTable.findArm(connection, wanted.experiment(), wanted.name()).orElseThrow();
  }

  private int addAll(int key, Iterator<Member> members) {
    int ordinal = 0;
    while (members.hasNext()) {
      List<MemberTable.Placed> page = new ArrayList<>();
      while (page.size() < PAGE && members.hasNext()) {
        page.add(new MemberTable.Placed(ordinal++, members.next()));
      }
      transactions.run(connection -> MemberTable.add(connection, key, page));
    }
    return ordinal;
  }

  /**
   * Cells with a row.
   *
   * @param failed those of them that hold no value
   */
  public record Stored(long answered, long failed) {}

  /** An arm that has answers would change. */
  public static final class SpecificationChanged extends RuntimeException {
    private SpecificationChanged(String name, String stored, String wanted) {
      super(
          "%s has answers under specification %s and cannot become %s.\nMaybe give the changed arm another id."
              .formatted(name, stored, wanted));
    }
  }
}
