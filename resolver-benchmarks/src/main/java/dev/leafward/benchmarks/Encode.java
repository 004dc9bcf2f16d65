// SPDX-License-Identifier: Apache-2.0
package dev.leafward.benchmarks;

import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.MessageCodec;
import dev.leafward.wire.message.MessageEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.dns.DefaultDnsQuestion;
import io.netty.handler.codec.dns.DnsQuestion;
import io.netty.handler.codec.dns.DnsRecord;
import io.netty.handler.codec.dns.DnsRecordDecoder;
import io.netty.handler.codec.dns.DnsRecordEncoder;
import io.netty.handler.codec.dns.DnsRecordType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.minidns.dnsmessage.DnsMessage;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** From a message as values to its octets. Leafward and dnsjava compress names, others do not. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Encode {
  private static final int HEADER_OCTETS = 12;
  private static final int COUNTS_AT = 4;

  /** The message. */
  @Param public Sample sample = Sample.QUERY;

  private final MessageEncoder encoder = new MessageEncoder();
  private final ByteBuffer target = ByteBuffer.allocate(8192);
  private Message message = Sample.QUERY.message();
  private org.xbill.DNS.Message dnsjavaMessage = new org.xbill.DNS.Message();
  private DnsMessage minidnsMessage = DnsMessage.builder().build();
  private DnsQuestion nettyQuestion = new DefaultDnsQuestion(".", DnsRecordType.A);
  private final List<DnsRecord> nettyRecords = new ArrayList<>();
  private final ByteBuf nettyTarget = Unpooled.buffer(8192);

  /** Makes each library's values of the sample by decoding it. */
  @Setup
  public void decode() throws Exception {
    byte[] octets = sample.octets();
    message = MessageCodec.decode(octets);
    dnsjavaMessage = new org.xbill.DNS.Message(octets);
    minidnsMessage = new DnsMessage(octets);
    ByteBuf in = Unpooled.wrappedBuffer(octets).readerIndex(COUNTS_AT + 2);
    int records = in.readUnsignedShort() + in.readUnsignedShort() + in.readUnsignedShort();
    nettyQuestion = DnsRecordDecoder.DEFAULT.decodeQuestion(in);
    for (int i = 0; i < records; i++) {
      nettyRecords.add(DnsRecordDecoder.DEFAULT.decodeRecord(in));
    }
  }

  /** Leafward, to an array of its own. */
  @Benchmark
  public byte[] leafward() {
    return MessageCodec.encode(message);
  }

  /** Leafward, by an encoder that is kept, to an array of its own. */
  @Benchmark
  public byte[] leafwardKeptEncoder() {
    return encoder.encode(message);
  }

  /** Leafward, by an encoder that is kept, into one buffer again and again. */
  @Benchmark
  public ByteBuffer leafwardIntoBuffer() {
    target.clear();
    encoder.encode(message, target);
    return target;
  }

  /** dnsjava, to an array of its own. */
  @Benchmark
  public byte[] dnsjava() {
    return dnsjavaMessage.toWire(0xFFFF);
  }

  /** Netty's record encoder, into one buffer again and again. */
  @Benchmark
  public int netty() throws Exception {
    nettyTarget.clear().writeZero(HEADER_OCTETS);
    DnsRecordEncoder.DEFAULT.encodeQuestion(nettyQuestion, nettyTarget);
    for (DnsRecord each : nettyRecords) {
      DnsRecordEncoder.DEFAULT.encodeRecord(each, nettyTarget);
    }
    return nettyTarget.writerIndex();
  }

  /** MiniDNS, from a copy: a message keeps its octets once they are made. */
  @Benchmark
  public byte[] minidns() throws IOException {
    return minidnsMessage.asBuilder().build().toArray();
  }
}
