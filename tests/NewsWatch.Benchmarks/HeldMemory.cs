namespace NewsWatch.Benchmarks;

/// <summary>Memory that is really in use.</summary>
internal static class HeldMemory
{
    /// <summary>Bytes, after everything else was let go of: twice collected, as what finalizers let go of is free only the next time.</summary>
    public static long Bytes()
    {
        for (var time = 0; time < 2; time++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
