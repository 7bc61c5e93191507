using Xunit.Sdk;
using Xunit.v3;

// Each test starts several processes; side by side they would only wait for each other's cores.
[assembly: Parallelization(Mode = ParallelMode.None)]
