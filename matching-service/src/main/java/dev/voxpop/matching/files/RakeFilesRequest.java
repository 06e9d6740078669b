package dev.voxpop.matching.files;

import dev.voxpop.matching.population.Membership;
import dev.voxpop.matching.population.Trim;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Files to rake, and how.
 *
 * @param personas table with {@code id} and columns {@code trait=label}
 * @param margins table with {@code trait}, {@code label}, {@code share} and optionally {@code into}
 * @param output folder for {@code weights.csv}; made when absent
 * @param baseColumn column of the personas' base weights, if they have any
 */
public record RakeFilesRequest(
    Path personas,
    Path margins,
    Path output,
    Membership membership,
    Optional<String> baseColumn,
    Optional<Trim> trim) {}
