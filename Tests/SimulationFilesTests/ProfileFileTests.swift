import MatchingFiles
import MatchingSimulation
import SimulationFiles
import Testing

struct ProfileFileTests {
  @Test(arguments: AntennaProfile.allNames) func aProfileReadsBackAsItWasWritten(name: String) throws {
    let profile = try #require(AntennaProfile.named(name))
    let folder = try ScratchFolder()
    try OutputDirectory(folder.path).write([ProfileWriter.file(of: profile)])
    let read = try ProfileReader.read(folder.path + "/profile.json")
    #expect(ProfileWriter.value(of: read) == ProfileWriter.value(of: profile))
    #expect(read.districts == profile.districts)
    #expect(read.mentors.sectors == profile.mentors.sectors)
  }
}
