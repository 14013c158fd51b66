/** What GraphiQL shows to someone who opens it for the first time; it finds something on every database in use. */
export const DEFAULT_QUERY = `# Where do the sources disagree?
# Press the run button, or Ctrl-Enter.
#
# Reading needs no key. To write, put the key
# from the service's first start under Headers:
# { "Authorization": "Bearer gainsay_..." }
query Disagreements {
  contradictions(first: 10) {
    nodes {
      kind
      strength
      explanation
      story {
        title
      }
      members {
        statement
        citations(first: 3) {
          nodes {
            quote {
              exact
            }
            claimant {
              name
            }
            source {
              title
              url
            }
          }
        }
      }
    }
  }
}
`;
