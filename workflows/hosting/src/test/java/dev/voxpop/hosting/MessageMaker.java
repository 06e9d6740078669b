package dev.voxpop.hosting;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Makes messages of any record type, filled at random from a seed. */
final class MessageMaker {

  private final Random random;

  MessageMaker(long seed) {
    this.random = new Random(seed);
  }

  /** A record with every component filled, optional ones now and then left out. */
  Object make(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    @Nullable Object[] values = Arrays.stream(components).map(this::value).toArray();
    try {
      return type.getDeclaredConstructor(types).newInstance(values);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(type + " refuses " + Arrays.toString(values), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private @Nullable Object value(RecordComponent component) {
    return optional(component.getAnnotatedType()) && random.nextInt(3) == 0
        ? null
        : value(component.getGenericType());
  }

  private static boolean optional(AnnotatedType type) {
    return type.isAnnotationPresent(Nullable.class);
  }

  private Object value(Type type) {
    if (type instanceof ParameterizedType generic) {
      return collection(generic);
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isRecord()) {
      return make(plain);
    }
    if (plain.isEnum()) {
      Object[] constants = plain.getEnumConstants();
      return constants[random.nextInt(constants.length)];
    }
    return scalar(plain);
  }

  private Object collection(ParameterizedType generic) {
    Type[] arguments = generic.getActualTypeArguments();
    if (generic.getRawType() == List.class) {
      return List.of(value(arguments[0]), value(arguments[0]));
    }
    if (generic.getRawType() == Map.class) {
      return Map.of("one", value(arguments[1]), "two", value(arguments[1]));
    }
    throw new IllegalStateException("No value of " + generic);
  }

  private Object scalar(Class<?> type) {
    int number = random.nextInt(1, 1000);
    return switch (type.getSimpleName()) {
      case "String" -> "t" + number + " ü\u2028😀";
      case "int", "Integer" -> number;
      case "long", "Long" -> (1L << 52) + number;
      case "double", "Double" -> number / 7.0;
      case "boolean", "Boolean" -> random.nextBoolean();
      default -> throw new IllegalStateException("No value of " + type);
    };
  }
}
