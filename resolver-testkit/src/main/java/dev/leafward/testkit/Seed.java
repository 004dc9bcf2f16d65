// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The seed of a {@link SimulatedInternet} parameter; 1 where it is missing. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface Seed {

  /** Any number; equal seeds give equal runs. */
  long value();
}
