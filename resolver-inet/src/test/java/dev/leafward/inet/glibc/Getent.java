// SPDX-License-Identifier: Apache-2.0
package dev.leafward.inet.glibc;

import com.google.common.net.InetAddresses;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What glibc finds, by its {@code getent}: a process for each lookup, so that it knows nothing. */
final class Getent implements Beside.Subject {

  private final Map<String, String> environment;

  Getent(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public List<String> lookUp(String lookup) throws IOException, InterruptedException {
    String[] words = lookup.split(" ", -1);
    String what = words[words.length - 1];
    return switch (words[0]) {
      case "-x" -> names(run("hosts", what));
      case "-4" -> addresses(run("ahostsv4", what));
      case "-6" -> addresses(run("ahostsv6", what));
      default -> addresses(run("ahosts", what));
    };
  }

  /** Of "address STREAM canonical-name", the last being there in the first line alone. */
  private static List<String> addresses(List<String> lines) {
    List<String> found = new ArrayList<>();
    for (String line : lines) {
      String[] fields = line.strip().split("\\s+", -1);
      if (fields[1].equals("STREAM")) {
        found.add(InetAddresses.toAddrString(InetAddresses.forString(fields[0])));
      }
    }
    if (!found.isEmpty()) {
      found.add("(" + lines.getFirst().strip().split("\\s+", -1)[2] + ")");
    }
    return found;
  }

  private static List<String> names(List<String> lines) {
    return lines.stream()
        .flatMap(line -> Arrays.stream(line.strip().split("\\s+", -1)).skip(1))
        .toList();
  }

  private List<String> run(String database, String key) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder("getent", database, key).redirectErrorStream(true);
    builder.environment().keySet().removeAll(List.of("LOCALDOMAIN", "RES_OPTIONS"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output.lines().toList();
  }
}
