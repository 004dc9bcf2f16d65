// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.system;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.NetworkInterface;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/**
 * The machine that the program runs on.
 *
 * <p>Its name is what the kernel or the command {@code hostname} says; the JDK would look it up.
 */
final class ThisMachine implements Machine {

  private static final Path KERNEL_HOST_NAME = Path.of("/proc/sys/kernel/hostname");
  private static final int HOST_NAME_CHARACTERS = 256;
  private static final int OUTPUT_CHARACTERS = 1 << 20;
  private static final int COMMAND_SECONDS = 5;
  private static final int BUFFER_CHARACTERS = 8_192;

  private final Supplier<String> commandHostName =
      Suppliers.memoize(() -> output(List.of("hostname")).orElse("").strip());

  /** What the kernel said last. */
  private volatile String kernelHostName = "";

  /** To see whether a file is there takes no file descriptor, unlike reading it. */
  @Override
  public Optional<String> file(Path file, int characters) throws IOException {
    try (InputStream octets = Files.newInputStream(file)) {
      return Optional.of(text(octets, characters));
    } catch (IOException e) {
      if (Files.isRegularFile(file) && Files.isReadable(file)) {
        throw e;
      }
      return Optional.empty(); // not there, a folder, not ours to read: it is all the same
    }
  }

  @Override
  public Optional<String> output(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      process
          .onExit()
          .orTimeout(COMMAND_SECONDS, TimeUnit.SECONDS)
          .exceptionally(tooLong -> process.destroyForcibly());
      process.getOutputStream().close();
      String text;
      try (InputStream output = process.getInputStream()) {
        text = text(output, OUTPUT_CHARACTERS);
      }
      // The thread that asks may be interrupted; what it learns is for others, too.
      return process.onExit().join().exitValue() == 0 ? Optional.of(text) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // no such command here
    }
  }

  /** What is not UTF-8 is replaced, and not refused. */
  private static String text(InputStream octets, int characters) throws IOException {
    Reader reader = new InputStreamReader(octets, StandardCharsets.UTF_8);
    StringBuilder text = new StringBuilder();
    char[] buffer = new char[BUFFER_CHARACTERS];
    int read = 0;
    while (read >= 0 && text.length() < characters) {
      read = reader.read(buffer, 0, Math.min(buffer.length, characters - text.length()));
      text.append(buffer, 0, Math.max(read, 0));
    }
    return text.toString();
  }

  @Override
  public Map<String, String> environment() {
    return System.getenv();
  }

  @Override
  public String operatingSystem() {
    return System.getProperty("os.name", "");
  }

  @Override
  public String hostName() {
    try {
      Optional<String> said = file(KERNEL_HOST_NAME, HOST_NAME_CHARACTERS).map(String::strip);
      kernelHostName = said.orElse("");
      return said.orElseGet(commandHostName);
    } catch (IOException e) {
      return kernelHostName; // it does not change with what can be read
    }
  }

  @Override
  public OptionalInt interfaceIndex(String name) {
    try {
      NetworkInterface found = NetworkInterface.getByName(name);
      return found == null ? OptionalInt.empty() : OptionalInt.of(found.getIndex());
    } catch (IOException e) {
      return OptionalInt.empty(); // the system would not say
    }
  }
}
