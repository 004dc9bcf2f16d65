// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli;

import dev.leafward.resolver.system.ConfigurationSource;
import dev.leafward.resolver.system.SystemConfiguration;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code leafward config}: says what this machine is configured to. */
@Command(
    name = "leafward config",
    sortOptions = false,
    usageHelpAutoWidth = false,
    usageHelpWidth = 80,
    description = {
      "%nPrints how this machine is configured to look up hosts, as --stub goes by it: each value"
          + " with the file and line it is from, then what is ignored, and why.%n"
    },
    optionListHeading = "Options:%n",
    footerHeading = "%nExit status:%n",
    footer = {
      "   0  always: without any configuration there are defaults",
      "   1  the command line was not understood"
    })
final class ConfigCommand implements Task {

  @Option(
      names = "--root",
      paramLabel = "DIR",
      description =
          "Read the files below DIR, the root of another Linux system such as a container's, by"
              + " themselves: no variables of the environment.")
  @Nullable Path root;

  @Option(names = "--json", description = "Print one JSON object.")
  boolean json;

  @Override
  public ExitStatus run(PrintStream out, PrintStream err) throws UsageException {
    SystemConfiguration configuration = source().current();
    ConfigPrinter printer = new ConfigPrinter(out);
    if (json) {
      printer.printJson(configuration);
    } else {
      printer.printText(configuration);
    }
    return ExitStatus.REPLY;
  }

  private ConfigurationSource source() throws UsageException {
    if (root == null) {
      return ConfigurationSource.ofThisMachine();
    }
    if (!Files.isDirectory(root)) {
      throw new UsageException("'--root " + root + "' is no folder");
    }
    return ConfigurationSource.of(new OtherRoot(root));
  }
}
