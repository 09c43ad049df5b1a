target_sources(suowen_core PRIVATE
    cli/audit_command.cpp
    cli/command_line.cpp
    cli/commands.cpp
    cli/completions_command.cpp
    cli/conversations.cpp
    cli/diagnostics.cpp
    cli/environment.cpp
    cli/eval_command.cpp
    cli/explain_command.cpp
    cli/option_values.cpp
    cli/options.cpp
    cli/output_file.cpp
    cli/rule_json.cpp
    cli/rules_command.cpp
    cli/run.cpp
)
