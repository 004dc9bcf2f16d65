// SPDX-License-Identifier: Apache-2.0
package dev.leafward.inet.forked;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leafward.inet.ResolverSource;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A JVM of its own for a program: who resolves names is decided once in the life of a JVM.
 *
 * <p>It is the JDK of the tests, with nothing on its paths but what is said.
 */
public final class ForkedJvm {

  /** Generous: only a JVM that hangs takes so long. */
  private static final int MINUTES = 3;

  private final Path scratch;
  private final List<String> before = new ArrayList<>();
  private final List<String> options = new ArrayList<>();
  private final List<Path> classPath = new ArrayList<>();
  private final List<Path> modulePath = new ArrayList<>();

  /**
   * A JVM whose output goes through files in a folder.
   *
   * @param scratch a folder for this JVM alone
   */
  public ForkedJvm(Path scratch) {
    this.scratch = scratch;
    // It lives for a second: what C2 would do for it comes too late.
    options.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
  }

  /** A JVM with Leafward, the testkit and these programs, whose resolver comes from a source. */
  static ForkedJvm supplied(Path scratch, Class<? extends ResolverSource> source)
      throws IOException {
    return new ForkedJvm(scratch)
        .classPath(Artifacts.leafward())
        .classPath(List.of(Artifacts.testkit(), Artifacts.programs()))
        .service(ResolverSource.class, source);
  }

  /** Puts something on the class path, behind what is there. */
  public ForkedJvm classPath(List<Path> more) {
    classPath.addAll(more);
    return this;
  }

  /** Puts something on the class path, behind what is there. */
  public ForkedJvm classPath(Path more) {
    return classPath(List.of(more));
  }

  /** Puts something on the module path. */
  public ForkedJvm modulePath(List<Path> more) {
    modulePath.addAll(more);
    return this;
  }

  /** Sets a system property. */
  public ForkedJvm property(String name, String value) {
    return option("-D" + name + "=" + value);
  }

  /** Sets an option of the JVM. */
  public ForkedJvm option(String option) {
    options.add(option);
    return this;
  }

  /** Has another program start the JVM, whose command is added to its arguments. */
  public ForkedJvm startedBy(String... command) {
    before.addAll(List.of(command));
    return this;
  }

  /** Puts a service file of the test's own on the class path. */
  public ForkedJvm service(Class<?> service, Class<?> implementation) throws IOException {
    return resource("META-INF/services/" + service.getName(), implementation.getName());
  }

  /** Puts a file of the test's own on the class path, behind what is there. */
  public ForkedJvm resource(String name, String content) throws IOException {
    Path folder = Files.createTempDirectory(scratch, "resource");
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
    return classPath(folder);
  }

  /**
   * Runs a program to its end.
   *
   * @return what it printed
   */
  public Output run(Class<?> main, String... arguments) throws IOException, InterruptedException {
    Path out = scratch.resolve("stdout");
    Path err = scratch.resolve("stderr");
    Process process =
        new ProcessBuilder(command(main, List.of(arguments)))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    process.getOutputStream().close();
    boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
    if (!ended) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor();
    }
    Output output = new Output(Files.readAllLines(out), Files.readAllLines(err));
    assertThat(ended).as("it has ended by itself: %s", output).isTrue();
    assertThat(process.exitValue()).as("exit status: %s", output).isZero();
    return output;
  }

  private List<String> command(Class<?> main, List<String> arguments) {
    List<String> command = new ArrayList<>(before);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    if (!modulePath.isEmpty()) {
      command.addAll(List.of("--module-path", joined(modulePath)));
    }
    command.addAll(List.of("-classpath", joined(classPath), main.getName()));
    command.addAll(arguments);
    return command;
  }

  private static String joined(List<Path> paths) {
    return paths.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  /**
   * What a program printed.
   *
   * @param out lines of its standard output
   * @param err lines of its standard error, where the log goes, too
   */
  public record Output(List<String> out, List<String> err) {

    /** The lines that Leafward logged, without time and thread. */
    public List<String> logged() {
      return err.stream().filter(line -> line.contains("dev.leafward.")).toList();
    }
  }
}
