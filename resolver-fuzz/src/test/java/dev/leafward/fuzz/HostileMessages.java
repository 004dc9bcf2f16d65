// SPDX-License-Identifier: Apache-2.0
package dev.leafward.fuzz;

import dev.leafward.wire.rdata.RRType;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/** Messages of nearly 64 KiB, each the worst for one part of the decoder, and ordinary ones. */
final class HostileMessages {
  static final int MAX_OCTETS = 0xFFFF;

  private static final int HEADER_OCTETS = 12;
  private static final int MAX_ENTRIES = 4000;
  private static final int MAX_RDATA = MAX_OCTETS - HEADER_OCTETS - 11;

  private final ByteArrayOutputStream octets = new ByteArrayOutputStream();
  private final int[] counts = new int[4];
  private int chainStart;
  private int chainLength;

  private HostileMessages() {
    octets.writeBytes(new byte[HEADER_OCTETS]);
  }

  /**
   * One message.
   *
   * @param name what is bad about it
   * @param octets the message
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Hostile(String name, byte[] octets) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** A reply as large as any, of the records that replies are made of. */
  static byte[] ordinary() {
    HostileMessages message = new HostileMessages();
    message.question("03777777 076578616d706c65 03636f6d 00");
    String owner = "c00c";
    for (int i = 0; message.octets.size() < MAX_OCTETS - 400; i++) {
      String label = "04%08x".formatted(0x61616161 + (i % 26) * 0x01000001);
      message.record(1, owner, RRType.CNAME, hex(label + "c010"));
      message.record(1, label + "c010", RRType.A, hex("c0000201"));
      message.record(1, owner, RRType.AAAA, hex("20010db8000000000000000000000001"));
      message.record(1, "c010", RRType.MX, hex("000a" + label + "c010"));
      message.record(1, owner, RRType.TXT, hex("20" + "61".repeat(32)));
      message.record(1, owner, RRType.DS, hex("ec450802" + "ab".repeat(32)));
    }
    return message.bytes();
  }

  /** All messages that are meant to cost more than an ordinary one. */
  static List<Hostile> all() {
    List<Hostile> all = new ArrayList<>();
    all.add(new Hostile("owners that each walk a chain of pointers", ownersOnChains()));
    all.add(new Hostile("questions that each walk a chain of pointers", questionsOnChains()));
    all.add(new Hostile("owners of 255 octets by a pointer", longOwners(1)));
    all.add(new Hostile("owners of 255 octets by 40 pointers", longOwners(40)));
    all.add(new Hostile("a HIP record of names on chains", hipOnChains()));
    all.add(new Hostile("a HIP record of root names", single(RRType.HIP, "010200010101", "00")));
    all.add(new Hostile("an APL record of empty items", single(RRType.APL, "", "00010000")));
    all.add(new Hostile("a record of an unknown type", single(RRType.of(65280), "", "ff")));
    all.add(new Hostile("SVCB parameters without values", parameters(0)));
    all.add(new Hostile("SVCB keys that are all mandatory", parameters(10_000)));
    all.add(new Hostile("SVCB mandatory keys in alias mode", risingNumbers("0000")));
    all.add(new Hostile("SVCB groups", risingNumbers("0009")));
    all.add(new Hostile("SVCB hints", svcbOf("0004", "c0000201")));
    all.add(new Hostile("empty EDNS options", single(RRType.OPT, "", "fde90000")));
    all.add(new Hostile("empty records of an unknown type", emptyRecords(RRType.of(65280))));
    all.add(new Hostile("empty NULL records", emptyRecords(RRType.NULL)));
    all.add(new Hostile("the same address record", sameRecords()));
    all.add(new Hostile("root questions", rootQuestions()));
    all.addAll(tinyStrings());
    return all;
  }

  /** Messages of as many character strings as there can be. */
  private static List<Hostile> tinyStrings() {
    return List.of(
        new Hostile("a TXT record of empty strings", single(RRType.TXT, "", "00")),
        new Hostile("a TXT record of strings of one octet", single(RRType.TXT, "", "0161")),
        new Hostile("SVCB protocols of one octet", svcbOf("0001", "0161")),
        new Hostile("TXT records of one empty string", tinyTxt()));
  }

  private static byte[] ownersOnChains() {
    HostileMessages message = new HostileMessages();
    message.chain(120);
    for (int i = 0; message.entries() < MAX_ENTRIES && message.hasRoom(16); i++) {
      message.record(1, message.pointerIntoChain(i), RRType.A, hex("c0000201"));
    }
    return message.bytes();
  }

  private static byte[] questionsOnChains() {
    HostileMessages questions = new HostileMessages();
    // The chain stands in the first question's name: labels that the later ones point into.
    questions.question("013f".repeat(126) + "00");
    for (int i = 0; questions.entries() < MAX_ENTRIES && questions.hasRoom(6); i++) {
      questions.question("%04x".formatted(0xC000 | (HEADER_OCTETS + 2 * (i % 126))));
    }
    return questions.bytes();
  }

  private static byte[] longOwners(int pointers) {
    HostileMessages message = new HostileMessages();
    String longest = ("3d" + "78".repeat(61)).repeat(4) + "057979797979" + "00";
    message.question(longest);
    String target = "%04x".formatted(0xC000 | HEADER_OCTETS);
    for (int i = 1; i < pointers; i++) {
      int at = message.octets.size();
      message.record(1, target, RRType.A, hex("c0000201"));
      target = "%04x".formatted(0xC000 | at);
    }
    while (message.entries() < MAX_ENTRIES && message.hasRoom(16)) {
      message.record(1, target, RRType.A, hex("c0000201"));
    }
    return message.bytes();
  }

  private static byte[] hipOnChains() {
    HostileMessages message = new HostileMessages();
    message.chain(120);
    ByteArrayOutputStream rdata = new ByteArrayOutputStream();
    rdata.writeBytes(hex("010200010101"));
    for (int i = 0; message.hasRoom(rdata.size() + 16); i++) {
      rdata.writeBytes(hex(message.pointerIntoChain(i)));
    }
    message.record(1, "00", RRType.HIP, rdata.toByteArray());
    return message.bytes();
  }

  private static byte[] single(RRType type, String first, String repeated) {
    int times = (MAX_RDATA - first.length() / 2) / (repeated.length() / 2);
    HostileMessages message = new HostileMessages();
    message.record(3, "00", type, hex(first + repeated.repeat(times)));
    return message.bytes();
  }

  /** SVCB parameters without values; those of a ServiceMode record can all be mandatory. */
  private static byte[] parameters(int mandatory) {
    int count = (MAX_RDATA - 7 - 2 * mandatory) / 4;
    StringBuilder rdata = new StringBuilder("000100");
    if (mandatory > 0) {
      rdata.append("0000%04x".formatted(2 * mandatory));
      IntStream.range(0, mandatory).forEach(i -> rdata.append("%04x".formatted(256 + i)));
    }
    IntStream.range(0, count).forEach(i -> rdata.append("%04x0000".formatted(256 + i)));
    HostileMessages message = new HostileMessages();
    message.record(1, "00", RRType.SVCB, hex(rdata.toString()));
    return message.bytes();
  }

  /** A parameter of an AliasMode record, where nothing need go together: 1, 2, 3 and so on. */
  private static byte[] risingNumbers(String key) {
    int count = (MAX_RDATA - 7) / 2;
    StringBuilder rdata = new StringBuilder("000000" + key + "%04x".formatted(2 * count));
    IntStream.rangeClosed(1, count).forEach(each -> rdata.append("%04x".formatted(each)));
    HostileMessages message = new HostileMessages();
    message.record(1, "00", RRType.SVCB, hex(rdata.toString()));
    return message.bytes();
  }

  private static byte[] svcbOf(String key, String repeated) {
    int length = (MAX_RDATA - 7) / (repeated.length() / 2) * (repeated.length() / 2);
    HostileMessages message = new HostileMessages();
    String value = repeated.repeat(length / (repeated.length() / 2));
    message.record(1, "00", RRType.SVCB, hex("000100" + key + "%04x".formatted(length) + value));
    return message.bytes();
  }

  private static byte[] emptyRecords(RRType type) {
    HostileMessages message = new HostileMessages();
    while (message.entries() < MAX_ENTRIES) {
      message.record(1, "00", type, new byte[0]);
    }
    return message.bytes();
  }

  private static byte[] sameRecords() {
    HostileMessages message = new HostileMessages();
    while (message.entries() < MAX_ENTRIES) {
      message.record(1, "00", RRType.A, hex("c0000201"));
    }
    return message.bytes();
  }

  private static byte[] tinyTxt() {
    HostileMessages message = new HostileMessages();
    while (message.entries() < MAX_ENTRIES) {
      message.record(1, "00", RRType.TXT, new byte[1]);
    }
    return message.bytes();
  }

  private static byte[] rootQuestions() {
    HostileMessages message = new HostileMessages();
    while (message.entries() < MAX_ENTRIES) {
      message.question("00");
    }
    return message.bytes();
  }

  /** A record of an unknown type whose data is a root name and pointers, each to the one before. */
  private void chain(int pointers) {
    chainStart = octets.size() + 11;
    chainLength = pointers;
    StringBuilder data = new StringBuilder("0000");
    for (int i = 0; i < pointers; i++) {
      data.append("%04x".formatted(0xC000 | (chainStart + 2 * i)));
    }
    record(1, "00", RRType.of(65280), hex(data.toString()));
  }

  /** A pointer near the end of the chain, never the same twice in a row. */
  private String pointerIntoChain(int i) {
    return "%04x".formatted(0xC000 | (chainStart + 2 * (chainLength - i % 60)));
  }

  private boolean hasRoom(int more) {
    return octets.size() + more <= MAX_OCTETS;
  }

  private int entries() {
    return counts[0] + counts[1] + counts[2] + counts[3];
  }

  private void question(String name) {
    octets.writeBytes(hex(name + "00010001"));
    counts[0]++;
  }

  private void record(int section, String owner, RRType type, byte[] data) {
    octets.writeBytes(hex(owner + "%04x0001 0000012c%04x".formatted(type.code(), data.length)));
    octets.writeBytes(data);
    counts[section]++;
  }

  private byte[] bytes() {
    byte[] message = octets.toByteArray();
    message[2] = (byte) 0x80;
    for (int i = 0; i < counts.length; i++) {
      message[4 + 2 * i] = (byte) (counts[i] >> 8);
      message[5 + 2 * i] = (byte) counts[i];
    }
    if (message.length > MAX_OCTETS) {
      throw new IllegalStateException("a message of " + message.length + " octets");
    }
    return message;
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text.replace(" ", ""));
  }
}
