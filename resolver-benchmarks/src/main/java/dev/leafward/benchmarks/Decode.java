// SPDX-License-Identifier: Apache-2.0
package dev.leafward.benchmarks;

import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.message.MessageCodec;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.handler.codec.dns.DnsRecord;
import io.netty.handler.codec.dns.DnsRecordDecoder;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
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
import org.openjdk.jmh.infra.Blackhole;

/** From the octets of a message to values. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Decode {
  private static final int COUNTS_AT = 4;

  /** The message. */
  @Param public Sample sample = Sample.QUERY;

  private byte[] octets = {};
  private ByteBuf pooled = PooledByteBufAllocator.DEFAULT.buffer();

  /** Encodes the sample. */
  @Setup
  public void encode() {
    octets = sample.octets();
    pooled = PooledByteBufAllocator.DEFAULT.buffer().writeBytes(octets);
  }

  /** Leafward: every record to its typed value. */
  @Benchmark
  public Object leafward() throws WireFormatException {
    return MessageCodec.decode(octets);
  }

  /** dnsjava: every record to its typed value. */
  @Benchmark
  public Object dnsjava() throws IOException {
    return new org.xbill.DNS.Message(octets);
  }

  /** Netty: its record decoder, which leaves the data of most types as octets. */
  @Benchmark
  public void netty(Blackhole sink) throws Exception {
    pooled.readerIndex(COUNTS_AT);
    int questions = pooled.readUnsignedShort();
    int records =
        pooled.readUnsignedShort() + pooled.readUnsignedShort() + pooled.readUnsignedShort();
    for (int i = 0; i < questions; i++) {
      sink.consume((Object) DnsRecordDecoder.DEFAULT.decodeQuestion(pooled));
    }
    for (int i = 0; i < records; i++) {
      DnsRecord decoded = DnsRecordDecoder.DEFAULT.decodeRecord(pooled);
      sink.consume((Object) decoded);
      ReferenceCountUtil.release(decoded);
    }
  }

  /** MiniDNS: every record to its typed value. */
  @Benchmark
  public Object minidns() throws IOException {
    return new DnsMessage(octets);
  }
}
