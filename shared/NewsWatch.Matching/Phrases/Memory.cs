using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace NewsWatch.Matching.Phrases;

/// <summary>Hints to the processor.</summary>
internal static class Memory
{
    /// <summary>Asks for memory before it is needed. With a million phrases most of the time goes into waiting for it.</summary>
    /// <remarks>The garbage collector may move the object meanwhile; a prefetch of any address is harmless.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Prefetch<T>(ref T place)
    {
        if (Sse.IsSupported) Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.As<T, byte>(ref place)));
    }
}
