package dev.voxpop.survey.store;

import dev.voxpop.interviewing.Bill;
import dev.voxpop.survey.roster.Member;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * A batch as a new try finds it, after it took it over from whoever held it.
 *
 * @param members all members of the range by ordinal
 * @param open series that are not finished
 */
record Opening(
    Hold hold,
    Map<Integer, Member> members,
    List<SeriesTable.Open> open,
    int finished,
    LeaseTable.Found found) {

  /** Takes a batch over: announced calls of dead tries are booked as lost. */
  static Opening take(Connection connection, Claim claim) throws SQLException {
    Hold hold = claim.hold(LeaseTable.nextEpoch(connection, claim.roster().key()));
    SeriesTable.Range range = claim.range();
    LeaseTable.take(connection, hold, claim);
    Bill lost = SeriesTable.loseCalls(connection, range);
    LeaseTable.lose(connection, hold, lost);
    SeriesTable.take(connection, range, claim.roster().repeats(), hold.epoch());
    List<SeriesTable.Open> open = SeriesTable.unfinished(connection, range);
    Map<Integer, Member> members = MemberTable.members(connection, range);
    int finished = members.size() * claim.roster().repeats() - open.size();
    return new Opening(hold, members, open, finished, LeaseTable.read(connection, hold));
  }
}
