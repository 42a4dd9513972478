package org.marquetry.platform.gate;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.Arrays;

/// Writes one class per API type whose methods enter the gate, call the provider directly and
/// leave:
///
/// ```
/// Call call = gate.enter(number);
/// try { result = ((Api) call.service()).method(arguments); }
/// catch (Throwable t) { throw call.failed(t); }
/// call.leave();
/// return result;
/// ```
final class GeneratedProxy {
  private static final ClassDesc GATE = desc(Gate.class);
  private static final ClassDesc CALL = desc(Call.class);
  private static final MethodTypeDesc ENTER = MethodTypeDesc.of(CALL, ConstantDescs.CD_int);
  private static final MethodTypeDesc SERVICE = MethodTypeDesc.of(ConstantDescs.CD_Object);
  private static final MethodTypeDesc FAILED =
      MethodTypeDesc.of(ConstantDescs.CD_Throwable, ConstantDescs.CD_Throwable);
  private static final MethodTypeDesc TO_STRING = MethodTypeDesc.of(ConstantDescs.CD_String);
  private static final String FIELD = "gate";

  private final Class<?> api;
  private final ClassDesc apiDesc;
  private final ClassDesc self;

  private GeneratedProxy(Class<?> api) {
    this.api = api;
    this.apiDesc = desc(api);
    this.self = ClassDesc.of("org.marquetry.platform.gate.generated", api.getSimpleName() + "Gate");
  }

  /// Write and load the class of an API type.
  ///
  /// @throws ReflectiveOperationException if the class cannot be used
  /// @throws LinkageError if the class cannot be linked
  /// @throws IllegalArgumentException if the class cannot be written
  static ProxyFactory factoryFor(Class<?> api, ApiMethods methods)
      throws ReflectiveOperationException {
    Class<?> written = new GeneratedProxy(api).write(methods);
    Constructor<?> constructor = written.getConstructor(Gate.class);
    return gate -> {
      try {
        return constructor.newInstance(gate);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("no proxy for " + api.getName(), e);
      }
    };
  }

  private Class<?> write(ApiMethods methods) {
    ProxyLoader loader = new ProxyLoader(api);
    ClassFile writer =
        ClassFile.of(
            ClassFile.ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofClassLoading(loader)));
    return loader.define(
        writer.build(
            self,
            type -> {
              type.withFlags(ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL);
              type.withInterfaceSymbols(apiDesc);
              type.withField(FIELD, GATE, ClassFile.ACC_PRIVATE | ClassFile.ACC_FINAL);
              writeConstructor(type);
              writeToString(type);
              for (int i = 0; i < methods.methods().size(); i++) {
                writeForward(type, methods.methods().get(i), i);
              }
            }));
  }

  private void writeConstructor(ClassBuilder type) {
    type.withMethodBody(
        ConstantDescs.INIT_NAME,
        MethodTypeDesc.of(ConstantDescs.CD_void, GATE),
        ClassFile.ACC_PUBLIC,
        code ->
            code.aload(0)
                .invokespecial(
                    ConstantDescs.CD_Object, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void)
                .aload(0)
                .aload(1)
                .putfield(self, FIELD, GATE)
                .return_());
  }

  private void writeToString(ClassBuilder type) {
    type.withMethodBody(
        "toString",
        TO_STRING,
        ClassFile.ACC_PUBLIC,
        code ->
            code.aload(0)
                .getfield(self, FIELD, GATE)
                .invokevirtual(GATE, "toString", TO_STRING)
                .areturn());
  }

  private void writeForward(ClassBuilder type, Method method, int number) {
    type.withMethodBody(
        method.getName(),
        desc(method),
        ClassFile.ACC_PUBLIC,
        code -> writeForward(code, method, number));
  }

  private void writeForward(CodeBuilder code, Method method, int number) {
    MethodTypeDesc signature = desc(method);
    TypeKind result = TypeKind.from(signature.returnType());
    int call = code.allocateLocal(TypeKind.REFERENCE);
    code.aload(0)
        .getfield(self, FIELD, GATE)
        .loadConstant(number)
        .invokevirtual(GATE, "enter", ENTER)
        .astore(call);
    int value = result == TypeKind.VOID ? -1 : code.allocateLocal(result);
    code.trying(
        body -> {
          body.aload(call).invokeinterface(CALL, "service", SERVICE).checkcast(apiDesc);
          for (int p = 0; p < signature.parameterCount(); p++) {
            body.loadLocal(TypeKind.from(signature.parameterType(p)), code.parameterSlot(p));
          }
          body.invokeinterface(apiDesc, method.getName(), signature);
          if (value >= 0) {
            body.storeLocal(result, value);
          }
        },
        handlers ->
            handlers.catchingAll(handler -> {
              int thrown = handler.allocateLocal(TypeKind.REFERENCE);
              handler
                  .astore(thrown)
                  .aload(call)
                  .aload(thrown)
                  .invokeinterface(CALL, "failed", FAILED)
                  .athrow();
            }));
    code.aload(call).invokeinterface(CALL, "leave", ConstantDescs.MTD_void);
    if (value >= 0) {
      code.loadLocal(result, value);
    }
    code.return_(result);
  }

  private static ClassDesc desc(Class<?> type) {
    return ClassDesc.ofDescriptor(type.descriptorString());
  }

  private static MethodTypeDesc desc(Method method) {
    ClassDesc[] parameters =
        Arrays.stream(method.getParameterTypes())
            .map(GeneratedProxy::desc)
            .toArray(ClassDesc[]::new);
    return MethodTypeDesc.of(desc(method.getReturnType()), parameters);
  }
}
