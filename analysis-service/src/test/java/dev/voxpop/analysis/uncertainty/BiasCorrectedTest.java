package dev.voxpop.analysis.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Reference values: scipy 1.17.1, {@code python reference/further.py}; R 4.2.2, {@code Rscript
 * reference/further.R}.
 */
class BiasCorrectedTest {

  private static final double[] X = {1, 2, 2, 3, 3, 3, 4, 4, 5, 9, 12, 20};
  private static final double[] Y = {2, 3, 3, 4, 6, 6, 7, 8, 15};
  private static final double[] ROUNDS = {
    0.5339250645520814,
    0.2024745384918809,
    1.0013822460538861,
    0.15555100503109287,
    1.1999954494755374,
    0.6517542113494494,
    0.231907618588725,
    0.21378363215908802,
    0.9217117294542003,
    0.570408571895497,
    0.3524917767495028,
    0.6080330367058031,
    0.9561561802308198,
    0.7936442992537036,
    0.4983268013229891,
    0.8259528567288499,
    0.8228139534409703,
    0.3310919163139745,
    0.466662116142204,
    0.6926338810519774,
    0.7027739797988408,
    0.027116355640145917,
    0.11370017360210549,
    0.8457121664992174,
    0.37040857189549703,
    0.570408571895497,
    0.25175421134944953,
    0.21485301633994136,
    0.9936442992537036,
    0.4944416802492797,
    0.7755363607584189,
    -0.46965723628294986,
    -0.12843919991540975,
    0.7123788331658842,
    0.2715608000845904,
    0.9400661634962708,
    0.4409408193196771,
    0.37836950899652577,
    0.14464875766669283,
    0.4200055130348692,
    1.246633495591205,
    0.770207942467984,
    0.36358859226135865,
    0.28185517455405207,
    -0.04385271322569628,
    0.636107313132174,
    -0.013991126225229689,
    0.5491925366828698,
    0.21585920334953634,
    0.24443989391998167,
    -0.056021937795458276,
    0.2679343887214398,
    0.8902711349427752,
    0.580366840268772,
    0.902832576926448,
    -0.18128140290254513,
    0.1977585829806412,
    0.8146523869124283,
    0.36266726316937126,
    0.5413663700391365,
    -0.17133458308369254,
    0.466662116142204,
    0.7298297082085661,
    0.4366765498434615,
    0.40823109599699237,
    0.8866721797015358,
    0.5137001736021054,
    0.28855929101564914,
    -0.45815008332455376,
    -0.4340503492030723,
    0.662318980456799,
    0.36591479708164365,
    0.4139816914502772,
    0.15205193043078813,
    0.5479930383721512,
    0.5481863496732746,
    -0.10419746278848474,
    0.8688557178134271,
    0.10676342490124324,
    0.8524774811502475,
    -0.22572584734698942,
    0.5956523137901322,
    1.084541202679021,
    -0.25698127030016393,
    0.8926195233955165,
    0.6524774811502474,
    0.3996704021267603,
    0.5681323712775355,
    0.32982970820856616,
    0.4853852637641216,
    0.004894133417923774,
    0.6444398939199818,
    0.6873202826622165,
    1.1302224191221089,
    0.44818943660753296,
    0.7370630532774731,
    0.29959037525403054,
    0.8770259081927547,
    0.15522595768231584
  };

  @Test
  void bounds_twoSamples_equalScipy() {
    double[] people = leaveOneOut(X.length, i -> difference(without(X, i), Y));
    double[] clusters = leaveOneOut(Y.length, i -> difference(X, without(Y, i)));
    double acceleration = BiasCorrected.acceleration(people, clusters);

    Interval interval = Interval.biasCorrected(difference(X, Y), ROUNDS, acceleration);

    assertThat(difference(X, Y)).isCloseTo(0.5346010553881064, within(1e-12));
    assertThat(interval.low()).isCloseTo(-0.17967383675382467, within(1e-9));
    assertThat(interval.high()).isCloseTo(1.200998525635612, within(1e-9));
  }

  @Test
  void bounds_symmetricWithoutAcceleration_arePercentiles() {
    double[] rounds = IntStream.rangeClosed(-50, 50).mapToDouble(i -> i).toArray();
    BiasCorrected bounds = BiasCorrected.of(0, rounds, 0);
    Interval percentile = Interval.percentile(0, rounds);

    assertThat(bounds.low()).isCloseTo(percentile.low(), within(1e-9));
    assertThat(bounds.high()).isCloseTo(percentile.high(), within(1e-9));
  }

  @Test
  void bounds_allRoundsOnOneSide_doNotExist() {
    assertThat(BiasCorrected.of(5, new double[] {1, 2, 3}, 0).low()).isNaN();
    assertThat(BiasCorrected.acceleration(new double[] {1, 1}, new double[0])).isZero();
  }

  @Test
  void benjaminiHochberg_fourValues_equalsR() {
    List<Double> adjusted =
        Adjustment.BENJAMINI_HOCHBERG.adjust(List.of(.01, .04, Double.NaN, .03, .2));

    assertThat(adjusted.get(0)).isCloseTo(.04, within(1e-15));
    assertThat(adjusted.get(1)).isCloseTo(.05333333333333333, within(1e-15));
    assertThat(adjusted.get(2)).isNaN();
    assertThat(adjusted.get(3)).isCloseTo(.05333333333333333, within(1e-15));
    assertThat(adjusted.get(4)).isCloseTo(.2, within(1e-15));
  }

  @Test
  void benjaminiHochberg_tiesAndRunningMinima_equalScipy() {
    List<Double> adjusted =
        Adjustment.BENJAMINI_HOCHBERG.adjust(
            List.of(.001, .008, .039, .041, .042, .06, .074, .205, .212, .216, .041, .96));
    double[] scipy = {
      0.012,
      0.048,
      0.084,
      0.084,
      0.084,
      0.10285714285714284,
      0.11099999999999999,
      0.23563636363636362,
      0.23563636363636362,
      0.23563636363636362,
      0.084,
      0.96
    };

    for (int i = 0; i < scipy.length; i++) {
      assertThat(adjusted.get(i)).isCloseTo(scipy[i], within(1e-15));
    }
  }

  private static double[] leaveOneOut(int n, IntToDoubleFunction value) {
    return IntStream.range(0, n).mapToDouble(value).toArray();
  }

  private static double difference(double[] x, double[] y) {
    double first = Arrays.stream(x).average().orElseThrow();
    return Math.log(first) - Arrays.stream(y).average().orElseThrow() / 5;
  }

  private static double[] without(double[] values, int place) {
    return IntStream.range(0, values.length)
        .filter(i -> i != place)
        .mapToDouble(i -> values[i])
        .toArray();
  }
}
