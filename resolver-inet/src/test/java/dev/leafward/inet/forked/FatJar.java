// SPDX-License-Identifier: Apache-2.0
package dev.leafward.inet.forked;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * Puts jars and folders into one jar, as the shade plugin and its like do: service files of one
 * name are put one behind the other, module descriptors left out.
 */
final class FatJar {

  private static final String SERVICES = "META-INF/services/";

  private final Map<String, byte[]> entries = new LinkedHashMap<>();

  private FatJar() {}

  /** Writes the jar. */
  static void write(Path jar, List<Path> parts) throws IOException {
    FatJar fat = new FatJar();
    for (Path part : parts) {
      if (Files.isDirectory(part)) {
        fat.addFolder(part);
      } else {
        fat.addJar(part);
      }
    }
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (Map.Entry<String, byte[]> entry : fat.entries.entrySet()) {
        out.putNextEntry(new JarEntry(entry.getKey()));
        out.write(entry.getValue());
      }
    }
  }

  private void addFolder(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      String name = folder.relativize(file).toString().replace('\\', '/');
      add(name, Files.readAllBytes(file));
    }
  }

  private void addJar(Path jar) throws IOException {
    try (JarFile from = new JarFile(jar.toFile())) {
      for (JarEntry entry : from.stream().filter(each -> !each.isDirectory()).toList()) {
        try (InputStream in = from.getInputStream(entry)) {
          add(entry.getName(), in.readAllBytes());
        }
      }
    }
  }

  private void add(String name, byte[] content) throws IOException {
    if (name.endsWith("module-info.class") || name.equals(JarFile.MANIFEST_NAME)) {
      return;
    }
    byte[] before = entries.putIfAbsent(name, content);
    if (before != null && name.startsWith(SERVICES)) {
      ByteArrayOutputStream both = new ByteArrayOutputStream();
      both.write(before);
      both.write('\n');
      both.write(content);
      entries.put(name, both.toByteArray());
    }
  }
}
