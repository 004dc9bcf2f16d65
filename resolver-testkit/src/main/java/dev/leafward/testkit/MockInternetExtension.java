// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives JUnit tests a {@link MockInternet} as a parameter and closes it afterwards.
 *
 * <p>{@code MockInternet} and {@code LoopbackInternet} parameters get one on loopback, {@code
 * SimulatedInternet} parameters one in virtual time, with the {@link Seed} that the parameter
 * names. What a constructor or {@code @BeforeEach} method gets is the test method's as well, if the
 * parameters are of one type and seed. Where all tests of a class share one instance, they share
 * what its constructor gets as well. Use it by {@code @ExtendWith(MockInternetExtension.class)}.
 */
public final class MockInternetExtension implements ParameterResolver {

  private static final Namespace NAMESPACE = Namespace.create(MockInternetExtension.class);
  private static final long SEED_UNLESS_GIVEN = 1;

  /** For JUnit. */
  public MockInternetExtension() {}

  /** Lets a constructor's parameters belong to the one test that the instance is made for. */
  @Override
  public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
    return ExtensionContextScope.TEST_METHOD;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return MockInternet.class.isAssignableFrom(parameter.getParameter().getType());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    if (parameter.getParameter().getType() != SimulatedInternet.class) {
      return context
          .getStore(NAMESPACE)
          .computeIfAbsent("loopback", key -> MockInternet.onLoopback());
    }
    long seed = parameter.findAnnotation(Seed.class).map(Seed::value).orElse(SEED_UNLESS_GIVEN);
    return context.getStore(NAMESPACE).computeIfAbsent(seed, key -> MockInternet.simulated(seed));
  }
}
